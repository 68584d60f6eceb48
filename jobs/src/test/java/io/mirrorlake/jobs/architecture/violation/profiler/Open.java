package io.mirrorlake.jobs.architecture.violation.profiler;

/** Neither final nor in a package that says how it treats null. */
public class Open {}
