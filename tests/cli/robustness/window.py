#!/usr/bin/env python3
"""Robustness of the window program, driven without a person.

    window.py "./build/bin/layerlab" [--quick | --short]     short: what continuous integration has time for

Uses one switch: layerlab --script FILE   (also useful for demonstrations), one command per line:
    open PATH | target NAME | set KEY VALUE | train start | train stop | wait MS | save PATH | edit (make the project dirty)
    close (like the window's x; unsaved changes: as if "discard" unless `answer save|cancel` stands before) | quit
    latency (print the longest event-loop pause since the last call, in ms) | state (print one line JSON: dirty, training, epoch, file, recovered)
    screenshot PATH | expect KEY VALUE (exit 9 if state differs)
Exit status 0; 9 = an expectation failed.  Everything runs with QT_QPA_PLATFORM=offscreen (xvfb-run for the monkey).
"""
import argparse
from relib import *


def script(d, *lines):
    p = os.path.join(d, f"s{random.random()}.txt")
    open(p, "w").write("\n".join(lines) + "\n")
    return p


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gui")
    ap.add_argument("--quick", action="store_true")
    ap.add_argument("--short", action="store_true")
    a = ap.parse_args()
    a.quick = a.quick or a.short
    gui = cli_of(a.gui)
    t = Tally("window program")
    d = tempfile.mkdtemp(prefix="layerlab-gui-")
    data, data2 = make_data(d + "/a.csv"), make_data(d + "/b.csv", 300, 4, 2)

    def go(name, lines, env=None, seconds=60, codes={0}, **kw):
        home = os.path.join(d, "home-" + re.sub(r"\W", "_", name))
        os.makedirs(home, exist_ok=True)
        e = {"HOME": home, "XDG_CONFIG_HOME": home + "/c", "XDG_DATA_HOME": home + "/d", "XDG_CACHE_HOME": home + "/k", "QT_QPA_PLATFORM": "offscreen"}
        e.update(env or {})
        r = run(gui + ["--script", script(d, *lines)], env=e, seconds=seconds, cwd=d, **kw)
        t.check(not died(r) and r.rc in codes, f"{name}: exit {r.rc} {died(r)} {r.err[-200:]!r}")
        for w in (b"QObject::killTimer", b"QThread: Destroyed while", b"QBasicTimer", b"ASSERT", b"QPainter::begin", b"Timers cannot be"):
            t.check(w not in r.err, f"{name}: Qt complains: {w.decode()}")
        return r
    basic = [f"open {data}", "target y"]
    go("start and quit", ["quit"])
    go("close while training", basic + ["set epochs 1000000", "train start", "wait 500", "close"], seconds=15)
    go("quit while training", basic + ["set epochs 1000000", "train start", "wait 50", "quit"], seconds=15)
    go("new table while training", basic + ["set epochs 1000000", "train start", "wait 300", f"open {data2}", "expect training false", "target y", "train start", "wait 300", "quit"], seconds=20)
    go("damaged table while training", basic + ["set epochs 1000000", "train start", "wait 200", "open /dev/zero", "expect training true", "quit"], seconds=20)
    n = 20 if a.short else 100 if a.quick else 1000
    r = go(f"{n} start/stop", basic + ["train start", "wait 3", "train stop", "wait 0"] * n + ["latency", "quit"], seconds=600)
    r1 = go("10 start/stop (memory baseline)", basic + ["train start", "wait 3", "train stop"] * 10 + ["quit"])
    t.check(r.rss_mb < r1.rss_mb * 1.5 + 50, f"memory grows with start/stop: {r1.rss_mb:.0f} -> {r.rss_mb:.0f} MiB")
    r = go("latency while training", basic + ["set hidden 256,256", "set epochs 1000000", "train start", "latency", "wait 3000", "latency", "quit"])
    m = re.findall(rb"latency (\d+)", r.out)
    t.check(bool(m) and int(m[-1]) < 250, f"event loop blocked {m[-1:]} ms while training")
    for k in ("lr 1e30", "lr 0", "epochs 0", "batch 1000000000", "hidden 1000000,1000000", "hidden 0", "lr nan"):
        go(f"setting {k}", basic + [f"set {k}", "train start", "wait 1500", "quit"], seconds=30)
    small = f"{d}/scale below 1.png"
    go("scale below 1", ["size 1280 720", f"screenshot {small}", "quit"], env={"QT_SCALE_FACTOR": "0.5"})
    head = open(small, "rb").read(24)[16:] if os.path.exists(small) else b""  # width and height of a PNG
    t.check(head == (1280).to_bytes(4, "big") + (720).to_bytes(4, "big"), f"scale below 1: painted smaller than it can be read: {head!r}")
    for s in ("0.5", "3") if a.short else ("0.5", "1.25", "1.5", "2", "3", "4"):
        go(f"scale {s}", basic + ["train start", "wait 200", f"screenshot {d}/scale{s}.png", "quit"], env={"QT_SCALE_FACTOR": s})
    go("font dpi 300", ["quit"], env={"QT_FONT_DPI": "300"})
    go("no fonts", basic + ["wait 100", "quit"], env={"FONTCONFIG_FILE": "/dev/null", "QT_QPA_FONTDIR": d})
    go("Korean locale", ["quit"], env={"LC_ALL": "ko_KR.UTF-8"})
    go("right to left", ["quit"], env={"LC_ALL": "ar_EG.UTF-8"})
    ro = os.path.join(d, "ro")
    os.makedirs(ro + "/c", exist_ok=True)
    os.chmod(ro + "/c", 0o555)
    go("config not writable", basic + ["edit", "wait 500", "quit"], env={"HOME": ro, "XDG_CONFIG_HOME": ro + "/c", "XDG_DATA_HOME": ro + "/c", "XDG_CACHE_HOME": ro + "/c"})
    # a home that cannot be, for root too: nothing can be kept, and nothing else fails
    nowhere = {k: "/dev/null/x" for k in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    go("no home", basic + ["edit", "wait 2000", "expect dirty true", "set epochs 1000000", "train start", "until epoch 1", "train stop", "expect runs 1", "menu themeDark", "quit"], env=nowhere)
    # crash recovery: kill -9 a dirty session, start again, the work is offered and complete
    home = d + "/crash"
    os.makedirs(home)
    e = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home + "/c", XDG_DATA_HOME=home + "/d", XDG_CACHE_HOME=home + "/k", QT_QPA_PLATFORM="offscreen")
    # the terminal is closed: as orderly an end as with the other signals
    p = subprocess.Popen(gui + ["--script", script(d, "state", "wait 600000")], env=e, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL))
    p.stdout.readline()  # it runs
    p.send_signal(signal.SIGHUP)
    t.check(p.wait(30) == 128 + signal.SIGHUP, f"SIGHUP: exit {p.returncode}")
    for i in range(2 if a.short else 5 if a.quick else 50):
        p = subprocess.Popen(gui + ["--script", script(d, *basic, "set hidden 7,7,7", "edit", "set epochs 1000000", "train start", "wait 600000")], env=e, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.Random(i).uniform(2.5, 6))
        p.kill()
        p.wait()
        r = run(gui + ["--script", script(d, "answer recover", "state", "quit")], env={k: e[k] for k in e if k.startswith(("HOME", "XDG"))}, cwd=d)
        t.check(not died(r) and b'"recovered":true' in r.out.replace(b" ", b""), f"recovery after kill {i}: {r.out[:120]!r}")
    # damaged recovery and settings files
    for root, _, fs in os.walk(home):
        for f in fs:
            b = bytearray(open(os.path.join(root, f), "rb").read())
            open(os.path.join(root, f), "wb").write(bytes(b[:len(b) // 2]) + b"\0\xff{")
    r = run(gui + ["--script", script(d, "answer recover", "quit")], env={k: e[k] for k in e if k.startswith(("HOME", "XDG"))}, cwd=d)
    t.check(not died(r) and r.rc == 0, f"damaged recovery files: exit {r.rc}")
    # two instances, one project
    proj = d + "/shared.layerlab"
    go("make project", basic + [f"save {proj}", "quit"])
    p = subprocess.Popen(gui + ["--script", script(d, f"open {proj}", "edit", "wait 4000", f"save {proj}", "quit")], env=e)
    time.sleep(1.5)
    go("second instance", [f"open {proj}", "state", "edit", f"save {proj}", "quit"], codes={0})
    p.wait(30)
    t.check(not good_model([c.replace("layerlab", "layerlab-cli") if c.endswith("layerlab") else c for c in gui], proj), "project after two instances")
    # monkey: needs xvfb-run and xdotool;  seed fixed, 10 minutes
    if not a.quick and shutil.which("xvfb-run") and shutil.which("xdotool"):
        monkey = d + "/monkey.sh"
        r = random.Random(11)
        ev = []
        for _ in range(6000):
            k = r.randrange(10)
            ev.append(f"mousemove {r.randrange(1280)} {r.randrange(800)} click {r.choice([1, 1, 1, 3])}" if k < 6 else "key " + r.choice(["Tab", "Return", "space", "Escape", "Up", "Down", "ctrl+z", "ctrl+n", "ctrl+s", "F5", "9", "minus", "Delete", "alt+f"]))
        open(monkey, "w").write("#!/bin/sh\n" + " ".join(map(shlex.quote, gui)) + f" {shlex.quote(data)} & P=$!\nsleep 3\n" + "\n".join(f"xdotool {x} 2>/dev/null; kill -0 $P 2>/dev/null || exit $((100))" for x in ev) + "\nkill $P; wait $P; exit 0\n")
        r = run(["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "sh", monkey], env={"QT_QPA_PLATFORM": "xcb", "HOME": d}, seconds=900, rss_mb=4096)
        t.check(r.rc in (0, 143), f"monkey: exit {r.rc} (100 = the program ended by itself: check that it was a regular quit) {r.err[-200:]!r}")
    os.chmod(ro + "/c", 0o755)
    shutil.rmtree(d, ignore_errors=True)
    return t.end()


sys.exit(main())
