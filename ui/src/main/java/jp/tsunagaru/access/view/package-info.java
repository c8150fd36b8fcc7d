/** 緊急閲覧 for its users, and the city's desk for it (TM-10). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.view;
