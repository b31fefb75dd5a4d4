/**
 * The engine "direct": Spout's protocol in this process, without any library of Spout's. It opens senders and receivers for
 * users, lends them frames, follows senders that come, go and change, and is the only package that chooses a system and a
 * way for pixels. Found as a service; users see only the interfaces that it implements.
 */
package io.github.spout4j.direct;
