/** What can be asked about accesses themselves. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.query;
