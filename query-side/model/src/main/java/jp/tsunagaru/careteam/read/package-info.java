/** Teams and groups as they are asked for, and who may see what of them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.read;
