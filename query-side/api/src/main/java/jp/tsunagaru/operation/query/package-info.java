/** What can be asked about how the network is run. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.operation.query;
