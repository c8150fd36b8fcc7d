/** A synthetic city for trying the product; nothing in it is real. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.demo;
