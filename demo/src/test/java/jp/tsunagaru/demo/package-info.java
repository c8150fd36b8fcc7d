@org.jspecify.annotations.NullMarked
package jp.tsunagaru.demo;
