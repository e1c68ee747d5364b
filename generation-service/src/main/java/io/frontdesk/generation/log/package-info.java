/**
 * The log of an answer, which is the truth about it: what happens is appended on the state Redis, and then told. An answer so
 * outlives its readers and the replica that writes it, is followed from any replica by any number of readers, and ends in
 * exactly one terminal event.
 *
 * <p>Who owns what: {@link io.frontdesk.generation.log.AnswerLog} is the way in; a {@link
 * io.frontdesk.generation.log.Telling} is one answer as this replica tells it, to its {@link
 * io.frontdesk.generation.log.LogReader}s, by a {@link io.frontdesk.generation.log.LogWriter} of its own, which has it kept by a
 * {@link io.frontdesk.generation.log.LogAppender}, or by the {@link io.frontdesk.generation.log.SharedRead} of what others write;
 * {@link io.frontdesk.generation.log.TakeOver} goes on with what was left behind. All of them live on one event loop, {@link
 * io.frontdesk.generation.log.Loop}, so that nothing happens at once.
 *
 * <p>On Redis, under {@code generation:{tenant}:}, all of it in scripts beside {@link
 * io.frontdesk.generation.log.RedisLogStore}:
 *
 * <pre>
 * answer:&lt;id&gt;             stream    1-0, 2-0, ... each an event: name, data
 * answer:&lt;id&gt;:state       hash      token and end of the lease, last id, whose it is, what is needed to go on: the question
 *                                    as it was put, and what was said before
 * answer:&lt;id&gt;:followers   list      answers that are told by this log, with their conversations
 * answer:&lt;id&gt;:readers     sorted    replicas that read for others, until when
 * asked:&lt;hash&gt;            string    the answer that is being given to this question
 * </pre>
 *
 * and for the installation {@code generation:leased} (which answers are under a lease, until when) and {@code
 * generation:finished} (a stream of records of what has ended, from where they go to PostgreSQL).
 */
@NullMarked
package io.frontdesk.generation.log;

import org.jspecify.annotations.NullMarked;
