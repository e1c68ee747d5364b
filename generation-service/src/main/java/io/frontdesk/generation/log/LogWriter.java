package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.generation.log.LogStore.Lease;
import io.frontdesk.generation.log.LogStore.Records;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;

/**
 * Writes one answer: takes what happens from its story until its end, or until it is too long, or nobody wants it any more. Lives
 * on the loop, wherever the events come from.
 */
final class LogWriter implements MultiSubscriber<AnswerEvent>, LogAppender.Author {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);

    private final Lease lease;
    private final Ask ask;
    private final SoFar soFar;
    private final Telling telling;
    private final Story story;
    private final LogConfig config;
    private final Loop loop;
    private final LogAppender appender;
    private Flow.Subscription work = Subscriptions.CANCELLED;

    LogWriter(
            Lease lease,
            Ask ask,
            SoFar soFar,
            Telling telling,
            Story story,
            LogStore store,
            LogConfig config,
            LogMetrics metrics) {
        this.lease = lease;
        this.ask = ask;
        this.soFar = soFar;
        this.telling = telling;
        this.story = story;
        this.config = config;
        this.loop = telling.loop();
        this.appender = new LogAppender(lease, this, telling, store, config, metrics);
    }

    /** Begins the work, in a context that says whose it is. */
    void start(Context context) {
        telling.writtenHere(this);
        appender.start();
        context.runOnContext(ignored -> story.events(this::found).subscribe().withSubscriber(this));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        loop.execute(() -> {
            work = subscription;
            if (appender.isEnding()) {
                subscription.cancel();
            }
        });
        // What a slow reader does not take yet stands in the log, not in the way.
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onItem(AnswerEvent event) {
        loop.execute(() -> take(event));
    }

    @Override
    public void onFailure(Throwable e) {
        LOG.errorf(e, "Answer %s broke off", ask.id());
        onCompletion();
    }

    /** A story that has told its end has no other. */
    @Override
    public void onCompletion() {
        loop.execute(() -> take(cut(Reason.INTERRUPTED)));
    }

    private void found(String news) {
        loop.execute(() -> appender.found(news));
    }

    private void take(AnswerEvent event) {
        if (appender.isEnding()) {
            return;
        }
        soFar.add(event);
        appender.add(event);
        if (soFar.chars() > config.maxChars()) {
            work.cancel();
            take(cut(Reason.LENGTH));
        }
    }

    @Override
    public AnswerEvent.Terminal cut(Reason reason) {
        return soFar.cut(reason);
    }

    @Override
    public Records records(AnswerEvent.Terminal how) {
        String own = story.record(how, ask.subject());
        var follower = new Retold(ask.id(), ask.conversationId());
        return new Records(
                ask.conversation(),
                own,
                lease.followable() ? story.record(follower.end(how), "subject-of-" + ask.id()) : "",
                story.turn(how));
    }

    @Override
    public void endUnkept(AnswerEvent.Terminal end) {
        story.keep(end).subscribe().with(done -> {});
    }

    @Override
    public void lost() {
        work.cancel();
    }

    /** Ends an answer that nobody reads here any more, unless it is read elsewhere. */
    void abandon() {
        if (appender.isEnding() || telling.isRead()) {
            return;
        }
        if (appender.isAppending() || !telling.wanted().isZero()) {
            loop.after(appender.isAppending() ? config.gather() : telling.wanted(), this::abandon);
            return;
        }
        appender.endUnlessWanted(cut(Reason.ABANDONED)).subscribe().with(over -> {
            if (!over) {
                loop.after(config.patience(), this::abandon);
            }
        });
    }
}
