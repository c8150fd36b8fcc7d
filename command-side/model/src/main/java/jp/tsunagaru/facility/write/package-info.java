/** Applications of 様式第1 and the facilities that come of them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.write;
