/** Files: upload, pictures, viewer, and the way of their bytes to the browser. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.view;
