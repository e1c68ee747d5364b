package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.AnswerRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Questions that will be asked.
 *
 * @param questions 1 to 50, of at most 4,000 characters each
 */
public record WarmingQuestions(@Schema(required = true) List<String> questions) {
    private static final int MOST = 50;

    public WarmingQuestions {
        questions = checked(questions);
    }

    /** As they will be asked, each once; each is refused here if it is none. */
    static List<String> checked(List<String> questions) {
        if (questions == null || questions.isEmpty() || questions.size() > MOST) {
            throw new InvalidField("questions", "must be 1 to " + MOST);
        }
        return questions.stream()
                .map(question -> AnswerRequest.asking(question).question())
                .distinct()
                .toList();
    }
}
