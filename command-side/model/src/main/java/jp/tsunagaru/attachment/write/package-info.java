/** Takes files in, decides about them and gives their bytes out (DC-06). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.write;
