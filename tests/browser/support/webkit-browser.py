#!/usr/bin/python3
"""The least browser that WebKitGTK's driver can steer: webkit-browser.py PROFILE LOCALE

Says on stdout, one JSON array a line, what a page cannot say of itself. WebKit writes console messages, errors and
what the policy refused to stderr. Each line of stdin is a script, as JSON, that from then on runs in every page before
the page's own. Quits, with all its data on disk, when stdin ends.
"""
import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

profile, locale = sys.argv[1:]


def say(kind, text):
    print(json.dumps([kind, text]), flush=True)


def loading(_view, resource, request):
    # To read a Blob is a request of its own to WebKit.
    if not request.get_uri().startswith("blob:"):
        say("request", request.get_uri())
    resource.connect("finished", loaded)


def loaded(resource):
    response = resource.get_response()
    if response and response.get_status_code() >= 400:
        say("trouble", f"{response.get_status_code()}: {resource.get_uri()}")


def dialog(_view, dialog):
    say("trouble", f"{dialog.get_dialog_type().value_nick}: {dialog.get_message()}")


def window(_view, action):
    say("trouble", f"a window opened: {action.get_request().get_uri()}")


def open_view(_session):
    view = WebKit2.WebView(
        web_context=context, settings=settings, user_content_manager=contents, is_controlled_by_automation=True
    )
    view.connect("resource-load-started", loading)
    view.connect("script-dialog", dialog)
    view.connect("create", window)
    view.connect("web-process-terminated", lambda *_: say("trouble", "the tab crashed"))
    frame = Gtk.Window(decorated=False)
    frame.set_default_size(1280, 800)
    frame.add(view)
    view.connect("close", lambda _: frame.destroy())
    frame.show_all()
    return view


def prepare(_stdin, _condition):
    line = sys.stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    frames, time = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
    contents.add_script(WebKit2.UserScript(json.loads(line), frames, time, None, None))
    say("prepared", "")
    return True


context = WebKit2.WebContext(
    website_data_manager=WebKit2.WebsiteDataManager(base_data_directory=profile, base_cache_directory=profile)
)
context.set_preferred_languages([locale])
context.connect("automation-started", lambda _, session: session.connect("create-web-view", open_view))
context.set_automation_allowed(True)
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
contents = WebKit2.UserContentManager()
GLib.io_add_watch(
    GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, prepare
)
say("ready", "")
Gtk.main()
