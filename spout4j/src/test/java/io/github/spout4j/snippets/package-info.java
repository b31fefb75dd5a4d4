/** What the Javadoc shows, as a user would write it. {@code engine.SnippetsTest} runs it; names become unique there. */
package io.github.spout4j.snippets;
