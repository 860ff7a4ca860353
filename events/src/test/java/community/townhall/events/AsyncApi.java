/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The AsyncAPI 3.0 document of the catalogue: what is told of a type is the Javadoc of its body. */
final class AsyncApi {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private static final String LICENCE = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LINK = Pattern.compile("\\{@link (\\w+)}");

    private AsyncApi() {}

    static String write() {
        return LICENCE + MAPPER.writeValueAsString(document());
    }

    static JsonNode read(String yaml) {
        return MAPPER.readTree(yaml);
    }

    private static ObjectNode document() {
        ObjectNode document = frame();
        ObjectNode components = (ObjectNode) Objects.requireNonNull(document.remove("components"));
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic topic : Topic.values()) {
            channels.set(nameOf(topic), channel(topic));
            operations
                    .putObject("send-" + nameOf(topic))
                    .put("action", "send")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + nameOf(topic));
        }
        ObjectNode messages = components.putObject("messages");
        EventCatalogue.all().forEach(type -> messages.set(type.name(), message(type)));
        document.set("components", components);
        return document;
    }

    private static ObjectNode frame() {
        try (InputStream frame = AsyncApi.class.getResourceAsStream("/asyncapi-frame.yaml")) {
            return (ObjectNode) MAPPER.readTree(frame);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode channel(Topic topic) {
        ObjectNode channel = MAPPER.createObjectNode();
        channel.put("address", topic.topicName());
        ObjectNode messages = MAPPER.createObjectNode();
        String keyedBy = "";
        for (EventType<?> type : EventCatalogue.all()) {
            if (type.topic() == topic) {
                messages.putObject(type.name()).put("$ref", "#/components/messages/" + type.name());
                keyedBy = keyOf(type);
            }
        }
        channel.put("description", "Owned by %s-service. Keyed by %s.".formatted(topic.owner(), keyedBy));
        channel.set("messages", messages);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", topic.partitions());
        kafka.putObject("topicConfiguration")
                .put("retention.ms", topic.retention().toMillis());
        return channel;
    }

    /** Samples have ids that name themselves. */
    private static String keyOf(EventType<?> type) {
        Event sample = JsonSchemas.MAPPER.treeToValue(JsonSchemas.sampleOf(type), type.body());
        return sample.key().equals(sample.aggregateId())
                ? "the aggregate's id"
                : JsonSchemas.MAPPER.<JsonNode>valueToTree(sample).findParents("id").stream()
                        .flatMap(part -> part.propertyStream())
                        .filter(property -> property.getValue().isString()
                                && property.getValue().asString().equals(sample.key()))
                        .map(property -> "`" + property.getKey() + "`")
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("What is " + type.name() + " keyed by?"));
    }

    private static ObjectNode message(EventType<?> type) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("name", type.name());
        message.put("title", type.body().getSimpleName());
        message.put("summary", summaryOf(type));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", type.schema().substring(1));
        return message;
    }

    /** The first paragraph of its Javadoc. */
    private static String summaryOf(EventType<?> type) {
        String name = type.body().getSimpleName();
        Path source = SOURCES.resolve(type.body().getName().replace('.', '/') + ".java");
        try {
            Matcher comment = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record " + name + "\\b", Pattern.DOTALL)
                    .matcher(Files.readString(source));
            if (!comment.find()) {
                throw new IllegalStateException(source + " does not say what happened");
            }
            String text = comment.group(1).replaceAll("\\R *\\* ?", "\n").strip();
            String first = text.split("\n\\s*(?:\n|@|<p>)", 2)[0].replaceAll("\\s+", " ");
            return LINK.matcher(first).replaceAll(link -> named(link.group(1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(String body) {
        return EventCatalogue.all().stream()
                .filter(type -> type.body().getSimpleName().equals(body))
                .map(EventType::name)
                .findFirst()
                .orElse(body);
    }

    private static String nameOf(Topic topic) {
        return topic.topicName().replace('.', '-');
    }
}
