#!/usr/bin/env python3
"""The application as a reader of tables: all of `inspect`. usage: csv_app.py FILE PROGRAM..."""
import json, os, resource, subprocess, sys, time
f, program = sys.argv[1], sys.argv[2:]
wall = time.perf_counter()
subprocess.run(program + ["inspect", f], check=True, stdout=subprocess.DEVNULL)
wall = time.perf_counter() - wall
used = resource.getrusage(resource.RUSAGE_CHILDREN)
n, cpu = os.path.getsize(f), used.ru_utime + used.ru_stime
print(json.dumps(dict(peer="app", workload="csv", threads=1, MB_per_s=round(n / wall / 1e6), cpu_MB_per_s=round(n / cpu / 1e6),
      seconds=round(wall, 3), rss_mb=used.ru_maxrss // 1024)))
