/** 保管期間, 削除の申し出, 廃棄 (第16条, 第19条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention;
