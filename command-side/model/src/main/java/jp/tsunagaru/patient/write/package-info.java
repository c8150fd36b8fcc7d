/** Registration of patients and their 基本情報 (第16条1, PT-07). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.write;
