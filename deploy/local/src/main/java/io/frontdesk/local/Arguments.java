package io.frontdesk.local;

import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words after the program's name: a command, options written {@code --name value} or {@code --name=value}, and the rest.
 */
record Arguments(String command, Map<String, String> options, List<String> rest) {
    private static final Set<String> KNOWN = Set.of("replicas", "read-replicas");
    private static final int MOST_REPLICAS = 9;

    Arguments {
        options = Map.copyOf(options);
        rest = List.copyOf(rest);
    }

    static Arguments parse(String... words) {
        var options = new HashMap<String, String>();
        var rest = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                rest.add(words[i]);
                continue;
            }
            var option = words[i].substring(2).split("=", 2);
            if (!KNOWN.contains(option[0])) {
                throw new Failure("there is no option --" + option[0], "see make help");
            }
            if (option.length == 1 && i + 1 == words.length) {
                throw new Failure("--" + option[0] + " lacks its value", "write --" + option[0] + "=2");
            }
            options.put(option[0], option.length == 2 ? option[1] : words[++i]);
        }
        return new Arguments(rest.isEmpty() ? "help" : rest.removeFirst(), options, rest);
    }

    int replicas() {
        return number("replicas", "REPLICAS", 1, MOST_REPLICAS);
    }

    int readReplicas() {
        return number("read-replicas", "READ_REPLICAS", 0, Infrastructure.MOST_READ_REPLICAS);
    }

    private int number(String option, String variable, int least, int most) {
        var text = options.getOrDefault(option, String.valueOf(least));
        if (!text.matches("[" + least + "-" + most + "]")) {
            throw new Failure(
                    variable + "=" + text + " is not possible", "give a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
