package jp.tsunagaru.facility.query;

import java.util.List;

public record Applications(List<ApplicationRow> applications) {}
