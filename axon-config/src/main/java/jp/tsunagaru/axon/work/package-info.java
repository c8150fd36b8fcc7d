/** Work that comes round by itself while the application runs. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.work;
