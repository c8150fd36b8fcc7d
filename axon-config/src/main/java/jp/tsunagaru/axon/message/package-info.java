/** Buses, serializer and metadata. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.message;
