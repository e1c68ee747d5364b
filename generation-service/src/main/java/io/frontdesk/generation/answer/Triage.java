package io.frontdesk.generation.answer;

import io.frontdesk.generation.classify.MessageReader;
import io.frontdesk.generation.classify.Reading;
import io.frontdesk.generation.classify.Replies;
import io.frontdesk.generation.guard.BlockedTopics;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.steps.Steps;
import java.util.Map;
import java.util.Optional;

/** Decides by what kind of thing a message is, and by the topics that its tenant does not want. Takes well under a millisecond. */
final class Triage {
    private final MessageReader reader = new MessageReader();
    private final Replies replies = new Replies();

    Decision decide(String message, AnswerSettings settings, Steps steps) {
        Reading reading = reader.read(message);
        steps.note("classify", Map.of("kind", reading.name()));
        return switch (reading) {
            case Reading.SmallTalk said -> new Decision.Say(replies.to(said, settings));
            case Reading.OffTopic offTopic -> new Decision.Refuse();
            case Reading.Complaint complaint -> new Decision.Escalate();
            case Reading.WantsHuman wish -> new Decision.Escalate();
            case Reading.Question question -> unlessBlocked(message, settings, steps);
        };
    }

    private static Decision unlessBlocked(String message, AnswerSettings settings, Steps steps) {
        Optional<String> topic = new BlockedTopics(settings.blockedTopics()).in(message);
        topic.ifPresent(blocked -> steps.note("guard", Map.of("blocked_topic", blocked)));
        return topic.isPresent() ? new Decision.Refuse() : new Decision.Search();
    }
}
