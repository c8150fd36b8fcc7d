/** Files of documents: checked, sealed, shown small (別紙1⑤, DC-06 to DC-08). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment;
