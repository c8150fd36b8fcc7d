/** How the network is run, for the city and the council. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.operation.view;
