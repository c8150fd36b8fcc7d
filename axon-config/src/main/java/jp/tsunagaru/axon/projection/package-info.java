/** How projectors write, announce and are rebuilt. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.projection;
