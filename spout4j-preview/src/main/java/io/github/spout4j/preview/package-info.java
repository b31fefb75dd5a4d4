/** A window that shows senders, in Swing. */
package io.github.spout4j.preview;
