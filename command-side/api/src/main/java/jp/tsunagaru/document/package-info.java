/** Documents of a patient: articles now, forms later (別紙1⑤). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document;
