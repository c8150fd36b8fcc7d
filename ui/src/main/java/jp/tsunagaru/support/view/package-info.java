/** 支援依頼 on the screen. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.support.view;
