/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.moderation.report.Accuracy;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Reports in the collection {@code reports}. A member's tenth report of a day has a key of its own, and no eleventh. */
@Component
final class MongoReports implements Reports {

    private static final String REPORTER = "reporterId";
    private static final String TARGET = "targetId";
    private static final String SLOT = "slot";
    private static final String UPHELD = "upheld";
    private static final String ON_THE_WAY_SINCE = "onTheWaySince";

    /**
     * @param slot reporter, day and the report's number within it
     * @param onTheWaySince absent once its case has it
     * @param upheld absent until its case was decided
     * @param decision the number of that decision
     */
    @Document("reports")
    record ReportDocument(
            @Id String id,
            String targetId,
            String reporterId,
            @Nullable Integer revision,
            Category category,
            @Nullable String note,
            Instant at,
            double weight,
            String requestId,
            @Nullable String requestHash,
            String slot,
            @Nullable Instant onTheWaySince,
            @Nullable Boolean upheld,
            int decision) {

        static ReportDocument of(Report report, String slot) {
            return new ReportDocument(
                    report.id(),
                    report.targetId(),
                    report.reporterId(),
                    report.revision(),
                    report.category(),
                    report.note(),
                    report.at(),
                    report.weight(),
                    report.requestId(),
                    report.requestHash(),
                    slot,
                    report.at(),
                    null,
                    0);
        }

        Report toReport() {
            return new Report(
                    targetId,
                    reporterId,
                    revision == null ? 0 : revision,
                    category,
                    note,
                    at,
                    weight,
                    requestId,
                    requestHash,
                    decision > 0);
        }
    }

    private final MongoOperations mongo;

    MongoReports(MongoOperations mongo) {
        this.mongo = mongo;
        var indexes = mongo.indexOps(ReportDocument.class);
        indexes.createIndex(new Index(SLOT, Sort.Direction.ASC).named(SLOT).unique());
        indexes.createIndex(new Index(REPORTER, Sort.Direction.ASC)
                .on(UPHELD, Sort.Direction.ASC)
                .named("reporter-upheld"));
        indexes.createIndex(new Index(REPORTER, Sort.Direction.ASC)
                .on(TARGET, Sort.Direction.ASC)
                .named("reporter-target"));
        indexes.createIndex(new Index(ON_THE_WAY_SINCE, Sort.Direction.ASC)
                .named("on-the-way")
                .sparse());
    }

    @Override
    public Filing file(Report report, int mostADay) {
        LocalDate day = LocalDate.ofInstant(report.at(), ZoneOffset.UTC);
        for (int number = 1; number <= mostADay; number++) {
            String slot = "%s/%s/%d".formatted(report.reporterId(), day, number);
            if (mongo.exists(query(where(SLOT).is(slot)), ReportDocument.class)) {
                continue;
            }
            try {
                mongo.insert(ReportDocument.of(report, slot));
                return Filing.FILED;
            } catch (DuplicateKeyException e) {
                if (isFiled(report)) {
                    return Filing.ALREADY_FILED;
                }
                // Another report of the same member took the slot meanwhile.
            }
        }
        return isFiled(report) ? Filing.ALREADY_FILED : Filing.LIMIT_REACHED;
    }

    private boolean isFiled(Report report) {
        return mongo.exists(query(where("_id").is(report.id())), ReportDocument.class);
    }

    @Override
    public List<Report> by(String reporterId, String targetId) {
        return mongo
                .find(
                        query(where(REPORTER).is(reporterId).and(TARGET).is(targetId))
                                .with(Sort.by(Sort.Direction.DESC, "at")),
                        ReportDocument.class)
                .stream()
                .map(ReportDocument::toReport)
                .toList();
    }

    @Override
    public Accuracy accuracyOf(String reporterId) {
        long upheld = decided(reporterId, true);
        return new Accuracy(upheld, upheld + decided(reporterId, false));
    }

    private long decided(String reporterId, boolean upheld) {
        return mongo.count(query(where(REPORTER).is(reporterId).and(UPHELD).is(upheld)), ReportDocument.class);
    }

    @Override
    public void arrived(Report report) {
        mongo.updateFirst(
                query(where("_id").is(report.id())), new Update().unset(ON_THE_WAY_SINCE), ReportDocument.class);
    }

    @Override
    public List<Report> onTheWay(Instant filedBefore, int limit) {
        return mongo
                .find(
                        query(where(ON_THE_WAY_SINCE).lt(filedBefore))
                                .with(Sort.by(ON_THE_WAY_SINCE))
                                .limit(limit),
                        ReportDocument.class)
                .stream()
                .map(ReportDocument::toReport)
                .toList();
    }

    @Override
    public void settle(Collection<String> ids, int decision, boolean upheld) {
        mongo.updateMulti(
                query(where("_id").in(ids).and("decision").lt(decision)),
                new Update().set(UPHELD, upheld).set("decision", decision),
                ReportDocument.class);
    }
}
