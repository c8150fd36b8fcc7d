/** Event stores: PostgreSQL or Axon Server, and the access history beside them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.store;
