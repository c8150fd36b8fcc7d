/** Types that every module shares: ids, sealed personal data, and where a message came from. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.kernel;
