/**
 * Measures the running application on a real PostgreSQL; see {@link
 * jp.tsunagaru.benchmark.Benchmarks}.
 */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.benchmark;
