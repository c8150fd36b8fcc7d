package jp.tsunagaru.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.japanese.IngredientName;

/**
 * 薬の重複投与の防止 (第3条1(1)): medicines that are taken at the same time and name the same ingredient. It
 * compares names as they were entered and knows no medicines; one without 一般名 is compared by its
 * name. Nothing found does not mean that nothing is taken twice.
 *
 * @param medicines two or more
 */
public record SameIngredient(List<Medicine> medicines) {

  /** Each group of medicines once, of those that are taken on that day or will be. */
  public static List<SameIngredient> among(List<Medicine> medicines, LocalDate today) {
    Map<String, List<Medicine>> byKey = new LinkedHashMap<>();
    medicines.stream()
        .filter(medicine -> medicine.goesOnAt(today))
        .forEach(medicine ->
            keys(medicine)
                .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(medicine)));
    return byKey.values().stream()
        .map(group -> overlapping(group, today))
        .filter(group -> group.size() > 1)
        .distinct()
        .map(SameIngredient::new)
        .toList();
  }

  private static Set<String> keys(Medicine medicine) {
    Set<String> keys = IngredientName.keys(medicine.ingredient());
    return keys.isEmpty() ? IngredientName.keys(medicine.name()) : keys;
  }

  private static List<Medicine> overlapping(List<Medicine> group, LocalDate today) {
    return group.stream()
        .filter(one ->
            group.stream()
                .anyMatch(other ->
                    !other.medicineId().equals(one.medicineId()) && overlap(one, other, today)))
        .toList();
  }

  /** What is over by the time the other begins is no duplicate: a prescription follows another. */
  private static boolean overlap(Medicine one, Medicine other, LocalDate today) {
    return !begin(one, today).isAfter(end(other)) && !begin(other, today).isAfter(end(one));
  }

  private static LocalDate begin(Medicine medicine, LocalDate today) {
    LocalDate start = medicine.start();
    return start == null || start.isBefore(today) ? today : start;
  }

  private static LocalDate end(Medicine medicine) {
    LocalDate last = medicine.lastDay();
    return last == null ? LocalDate.MAX : last;
  }
}
