package jp.tsunagaru.document.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.query.GetMedicines;
import jp.tsunagaru.document.query.GetVitalSigns;
import jp.tsunagaru.document.query.MeasuredVitals;
import jp.tsunagaru.document.query.MedicineRow;
import jp.tsunagaru.document.query.Medicines;
import jp.tsunagaru.document.query.VitalSignsCourse;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.read.MergedRecords;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 服薬 and the course of バイタル (DC-10), out of the articles that the asker may see. Their values lie
 * sealed in the articles and nowhere else: what is deleted, hidden or destroyed there is not here.
 */
@Component
class PartQueries {
  private static final Comparator<Placed<?>> NEWEST_FIRST =
      Comparator.<Placed<?>, LocalDate>comparing(placed -> placed.entry().occurredOn())
          .thenComparing(placed -> placed.entry().recordedAt())
          .thenComparing(placed -> placed.entry().documentId())
          .reversed();

  private final TimelinePage pages;
  private final TeamAccess access;
  private final Articles articles;
  private final MergedRecords records;

  PartQueries(TimelinePage pages, TeamAccess access, Articles articles, MergedRecords records) {
    this.pages = pages;
    this.access = access;
    this.articles = articles;
    this.records = records;
  }

  private record Placed<T>(TimelinePage.Entry entry, T row) {}

  @QueryHandler
  Medicines handle(GetMedicines query, MetaData metaData) {
    List<Placed<MedicineRow>> steps = new ArrayList<>();
    boolean more = false;
    Origin origin = Viewer.origin(metaData);
    for (PatientId record : records.ofOnePerson(query.patientId(), query.alongside())) {
      more |=
          each(
              record,
              ArticlePart.MEDICINES,
              null,
              GetMedicines.SEARCHED,
              origin,
              (entry, article) ->
                  article
                      .content()
                      .medicines()
                      .forEach(medicine ->
                          steps.add(
                              new Placed<>(
                                  entry,
                                  new MedicineRow(
                                      record,
                                      new DocumentId(entry.documentId()),
                                      entry.version(),
                                      entry.occurredOn(),
                                      article.author(),
                                      Profession.valueOf(entry.profession()),
                                      medicine)))));
    }
    steps.sort(NEWEST_FIRST);
    Set<MedicineId> said = new HashSet<>();
    return new Medicines(
        steps.stream()
            .map(Placed::row)
            .filter(row -> said.add(row.medicine().medicineId()))
            .toList(),
        more);
  }

  @QueryHandler
  VitalSignsCourse handle(GetVitalSigns query, MetaData metaData) {
    List<MeasuredVitals> measured = new ArrayList<>();
    boolean more = false;
    Origin origin = Viewer.origin(metaData);
    for (PatientId record : records.ofOnePerson(query.patientId(), query.alongside())) {
      more |=
          each(
              record,
              ArticlePart.VITALS,
              query.from(),
              GetVitalSigns.MOST,
              origin,
              (entry, article) -> {
                VitalSigns vitals = article.content().vitals();
                if (vitals != null) {
                  measured.add(
                      new MeasuredVitals(
                          record,
                          new DocumentId(entry.documentId()),
                          entry.version(),
                          entry.occurredOn(),
                          article.author(),
                          Profession.valueOf(entry.profession()),
                          vitals));
                }
              });
    }
    measured.sort(Comparator.comparing(each -> each.vitals().measuredAt()));
    return new VitalSignsCourse(List.copyOf(measured), more);
  }

  /** Whether there are more than that. */
  private boolean each(
      PatientId record,
      ArticlePart part,
      @Nullable LocalDate from,
      int most,
      Origin origin,
      BiConsumer<TimelinePage.Entry, WrittenArticle> what) {
    List<TimelinePage.Entry> found =
        pages.read(record, part, from, access.viewer(origin, record), most);
    for (TimelinePage.Entry entry : found.subList(0, Math.min(found.size(), most))) {
      what.accept(
          entry,
          articles.open(
              entry.documentId(), record.value(), entry.sealedArticle(), entry.formVersion()));
    }
    return found.size() > most;
  }
}
