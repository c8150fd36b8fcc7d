/** The regular review of the access history (C-09). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.write;
