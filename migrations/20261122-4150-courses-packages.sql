-- Ready-made packages (SCORM, cmi5, H5P, HTML): a file of the course, unpacked so that its pieces have addresses.
create table courses.package (
  course_id uuid not null,
  -- the packed file: what a package block names
  file_id text not null,
  -- secret part of its address, on the origin of frames
  address text not null constraint package_address_taken unique,
  -- why it could not be unpacked: one of the codes of archives
  refused text,
  files integer not null,
  bytes bigint not null,
  unpacked_at timestamptz not null,
  primary key (course_id, file_id),
  constraint package_packed foreign key (course_id, file_id) references courses.file (course_id, id) on delete cascade
);
create table courses.package_file (
  course_id uuid not null,
  file_id text not null,
  -- inside the package
  path text not null,
  key text not null,
  type text not null,
  bytes bigint not null,
  primary key (course_id, file_id, path),
  constraint package_file_package foreign key (course_id, file_id) references courses.package (course_id, file_id) on delete cascade
);
create index package_file_key on courses.package_file (key);
