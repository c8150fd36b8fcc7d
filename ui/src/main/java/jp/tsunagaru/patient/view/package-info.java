/** List, registration and page of patients. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.view;
