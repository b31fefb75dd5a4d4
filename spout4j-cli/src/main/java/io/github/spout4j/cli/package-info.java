/** The spout command: one class a subcommand, beginning at {@link io.github.spout4j.cli.Main}. */
package io.github.spout4j.cli;
