/** Backups of the records and of the keys, apart from each other, and their restore. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.backup;
