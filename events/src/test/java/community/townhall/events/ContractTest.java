/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import community.townhall.events.content.PostChanged;
import community.townhall.events.content.PostHeld;
import community.townhall.events.engagement.ReactionChanged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue, the records, the schemas, the AsyncAPI document and the golden samples say the same. After a change of
 * the contract, {@code ./mvnw -pl events test -Dcontract.write=true} writes the schemas, the
 * document and the samples of new types; the samples of released types are never rewritten.
 */
class ContractTest {

    private static final boolean WRITE = Boolean.getBoolean("contract.write");
    private static final Path SCHEMAS = Path.of("src/main/resources");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Collection<EventType<?>> types() {
        return EventCatalogue.all();
    }

    static Stream<Path> goldenSamples() throws IOException {
        return Files.list(GOLDEN).sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_schema_says_what_the_record_says(EventType<?> type) throws IOException {
        ObjectNode expected = JsonSchemas.schemaOf(type);
        Path file = SCHEMAS.resolve(type.schema().substring(1));
        if (WRITE) {
            write(file, expected);
        }
        assertThat(JsonSchemas.MAPPER.readTree(Files.readString(file))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_has_a_golden_sample(EventType<?> type) throws IOException {
        Path file = GOLDEN.resolve(type.name() + ".0.1.json");
        if (WRITE && Files.notExists(file)) {
            write(file, JsonSchemas.sampleOf(type));
        }
        assertThat(file).exists();
    }

    @ParameterizedTest
    @MethodSource("goldenSamples")
    void every_sample_ever_released_is_valid_and_readable(Path sample) throws IOException {
        String file = sample.getFileName().toString();
        EventType<?> type =
                EventCatalogue.named(file.substring(0, file.indexOf(".v1") + 3)).orElseThrow();
        String json = Files.readString(sample);

        assertThat(schema(type).validate(json, InputFormat.JSON))
                .map(Error::getMessage)
                .isEmpty();
        Event event = JsonSchemas.MAPPER.readValue(json, type.body());
        assertThat(contains(written(event), JsonSchemas.MAPPER.readTree(json)))
                .as("nothing of the sample is lost by reading it")
                .isTrue();
        assertThat(event.aggregateId()).isNotBlank();
        assertThat(event.key()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_body_that_lacks_what_is_required_is_not_valid(EventType<?> type) {
        assertThat(schema(type).validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_is_named_after_its_topic(EventType<?> type) {
        String aggregate = type.topic().topicName().replace(".v1", ".");
        assertThat(type.name()).startsWith(aggregate).matches("[a-z]+\\.[a-z]+\\.[a-z-]+\\.v[0-9]+");
    }

    @Test
    void the_asyncapi_document_says_what_the_catalogue_says() throws IOException {
        Path file = SCHEMAS.resolve("asyncapi.yaml");
        if (WRITE) {
            Files.writeString(file, AsyncApi.write());
        }
        assertThat(AsyncApi.read(Files.readString(file))).isEqualTo(AsyncApi.read(AsyncApi.write()));
    }

    @Test
    void every_topic_has_a_type_and_all_have_partitions() {
        assertThat(types()).map(EventType::topic).containsAll(Arrays.asList(Topic.values()));
        assertThat(Topic.values()).allMatch(topic -> topic.partitions() >= 1);
    }

    @Test
    void a_service_may_be_away_for_months_before_it_misses_what_others_changed() {
        assertThat(Topic.values())
                .filteredOn(topic -> topic != Topic.NOTIFICATION) // heard live or not at all
                .allMatch(topic -> topic.retention().toDays() >= 90);
    }

    @Test
    void an_unknown_type_is_no_error() {
        assertThat(EventCatalogue.named("content.post.levitated.v1")).isEmpty();
    }

    @Test
    void a_stable_id_depends_on_every_part_and_on_where_parts_end() {
        assertThat(StableId.of("a", "bc")).isEqualTo(StableId.of("a", "bc")).isNotEqualTo(StableId.of("ab", "c"));
        assertThat(java.util.UUID.fromString(StableId.of("x")).version()).isEqualTo(8);
        assertThat(java.util.UUID.fromString(StableId.of("x")).variant()).isEqualTo(2);
    }

    private static boolean contains(JsonNode whole, JsonNode part) {
        return switch (part) {
            case ObjectNode object ->
                object.propertyStream()
                        .allMatch(property -> whole.has(property.getKey())
                                && contains(whole.get(property.getKey()), property.getValue()));
            default -> whole.equals(part);
        };
    }

    private static JsonNode written(Event event) {
        return JsonSchemas.MAPPER.readTree(JsonSchemas.MAPPER.writeValueAsString(event));
    }

    private static Schema schema(EventType<?> type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(type.schema()), InputFormat.JSON);
    }

    private static String resource(String path) {
        try (InputStream stream = Objects.requireNonNull(ContractTest.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, ObjectNode json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonSchemas.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    @Test
    void a_family_is_all_that_may_happen_to_one_thing() {
        assertThat(EventCatalogue.typesOf(PostChanged.class))
                .extracting(EventType::name)
                .isEqualTo(EventCatalogue.all().stream()
                        .map(EventType::name)
                        .filter(name -> name.startsWith("content.post."))
                        .toList());
        assertThat(EventCatalogue.typesOf(ReactionChanged.class))
                .extracting(EventType::name)
                .containsExactly("engagement.reaction.given.v1", "engagement.reaction.withdrawn.v1");
        assertThat(EventCatalogue.typesOf(PostHeld.class))
                .extracting(EventType::name)
                .containsExactly("content.post.held.v1");
        assertThatIllegalArgumentException().isThrownBy(() -> EventCatalogue.typesOf(Unlisted.class));
    }

    private record Unlisted(String aggregateId) implements Event {}
}
