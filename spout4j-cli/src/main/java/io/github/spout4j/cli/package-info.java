/**
 * The spout command: its frame (beginning at {@link io.github.spout4j.cli.Main}, options, terminal, errors). Each subcommand
 * has a package below.
 */
package io.github.spout4j.cli;
