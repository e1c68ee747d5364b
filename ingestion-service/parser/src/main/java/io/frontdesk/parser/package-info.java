/**
 * The parser program: reads documents that nobody vouches for, in a process of its own, so that a document can take down
 * nothing but this. It finds out what a document is, has it read into blocks, and answers over a pipe; the conversation is
 * described in {@link io.frontdesk.parser.protocol}.
 *
 * <p>What holds it: the heap given on its command line; the output limit of each request, in which structure counts as
 * text does; what an archive may unfold to ({@link io.frontdesk.parser.ArchiveGuard}) and how documents may lie in others
 * ({@link io.frontdesk.parser.Nesting}); the client's clock; the life of its client ({@link io.frontdesk.parser.Lifeline});
 * and no network. The last is done twice. The program itself refuses sockets, URLs and channels to all code that goes through the
 * JDK ({@link io.frontdesk.parser.Offline}), which is everything that a document can reach short of running native code;
 * and whoever starts it does so in an empty network namespace ({@code unshare --user --net}) where the machine permits
 * that, which holds against native code too.
 */
@NullMarked
package io.frontdesk.parser;

import org.jspecify.annotations.NullMarked;
