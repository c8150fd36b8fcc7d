/** 支援依頼: what is asked of whom, and what became of it (第17条, 第18条, TM-09). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.support;
