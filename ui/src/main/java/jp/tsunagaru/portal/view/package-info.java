/** The public portal: plain pages without a session. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.portal.view;
