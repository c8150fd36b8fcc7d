/** The notebook of a patient and what was deleted from it. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.view;
