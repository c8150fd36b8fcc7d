/** The access history in the words of HL7 FHIR; knows no feature of this software. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.fhir;
