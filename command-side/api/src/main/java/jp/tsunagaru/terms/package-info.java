/** Terms of use and security policy in their versions (第41条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.terms;
