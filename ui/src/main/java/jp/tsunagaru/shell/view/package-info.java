/** Frame of the signed-in application: layout, texts, security, origin of messages, errors. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.shell.view;
