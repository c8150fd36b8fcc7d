package jp.tsunagaru.imaging;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom a DICOM file says it shows, for the warning when the record is another person's.
 *
 * @param name PatientName decoded by the file's character set, with its groups as stored, such as
 *     {@code Yamada^Tarou=山田^太郎=やまだ^たろう}; empty when absent
 * @param patientId PatientID, empty when absent
 * @param birthDate empty when absent or not a date
 */
public record DicomPatient(String name, String patientId, Optional<LocalDate> birthDate) {}
