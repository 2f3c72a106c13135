<?php
/**
 * Plugin Name: Kiểm tin gate
 * Description: Asks kiemtin before a post is published or scheduled: order, titles and form of news about leaders.
 * Version: 0.1.0
 * License: Apache-2.0
 *
 * A must-use plugin: copy this one file to wp-content/mu-plugins. In wp-config.php:
 *
 *     define('KIEMTIN_GATE_URL', 'http://127.0.0.1:8377');
 *     define('KIEMTIN_GATE_TOKEN', 'kt_…');            // if the gate has desks
 *
 * It waits two seconds. A gate that does not answer holds nobody up, unless the gate's own profile said so the last
 * time that it answered; what was published unchecked is marked and logged. Nothing is sent anywhere else.
 */

defined('ABSPATH') || exit;

final class Kiemtin_Gate
{
    private const PATIENCE = 2;
    private const NOTE = '_kiemtin_gate';
    private const REASON = '_kiemtin_reason';

    /** @var array<string, array> What was answered in this request, by content. */
    private array $asked = [];

    public static function start(): void
    {
        if (!defined('KIEMTIN_GATE_URL')) {
            return;
        }
        $gate = new self();
        add_action('init', [$gate, 'register'], 99);
        add_filter('wp_insert_post_data', [$gate, 'on_insert'], 99, 2);
        add_action('transition_post_status', [$gate, 'on_transition'], 1, 3);
        add_action('save_post', [$gate, 'keep_reason'], 10, 1);
        add_action('add_meta_boxes', [$gate, 'add_box']);
        add_action('admin_notices', [$gate, 'show_note']);
        add_filter('redirect_post_location', [$gate, 'on_redirect'], 10, 2);
        add_action('enqueue_block_editor_assets', [$gate, 'tell_block_editor']);
    }

    public function register(): void
    {
        foreach ($this->types() as $type) {
            add_filter("rest_pre_insert_$type", [$this, 'on_rest'], 99, 2);
            register_rest_field($type, 'kiemtin_gate', [
                'get_callback' => fn ($post) => get_post_meta($post['id'], self::NOTE, true) ?: null,
                'schema' => ['type' => ['object', 'null'], 'context' => ['edit']],
            ]);
        }
    }

    /** REST and the block editor: an error object keeps the post as it was and is shown. */
    public function on_rest($prepared, $request)
    {
        $before = empty($prepared->ID) ? null : get_post($prepared->ID);
        $status = $prepared->post_status ?? ($before->post_status ?? 'draft');
        if (!$this->is_public($status)) {
            return $prepared;
        }
        $post = ['ID' => $prepared->ID ?? 0];
        foreach (['post_title', 'post_content', 'post_excerpt'] as $field) {
            $post[$field] = $prepared->$field ?? ($before->$field ?? '');
        }
        // The date of a draft is when it was begun: what goes public now is of the gate's own day.
        $dated = $before !== null && $this->is_public($before->post_status) ? $before->post_date : '';
        $post['post_date'] = $prepared->post_date ?? $dated;
        $answer = $this->ask($post);
        if ($answer['proceed']) {
            return $prepared;
        }
        return new WP_Error('kiemtin_' . $answer['decision'], $answer['message'], ['status' => 409, 'kiemtin' => $answer['id']]);
    }

    /** Classic editor, quick and bulk edit, XML-RPC, programs: there is no refusing, but no going public either. */
    public function on_insert(array $data, array $given): array
    {
        if (!in_array($data['post_type'], $this->types(), true) || !$this->is_public($data['post_status'])) {
            return $data;
        }
        $post = wp_unslash(array_intersect_key($data, array_flip(['post_title', 'post_content', 'post_excerpt', 'post_date'])));
        $answer = $this->ask($post + ['ID' => $given['ID'] ?? 0]);
        if ($answer['proceed']) {
            return $data;
        }
        $before = empty($given['ID']) ? null : get_post($given['ID']);
        if ($before === null || !$this->is_public($before->post_status)) {
            $data['post_status'] = 'draft';
            return $data;
        }
        // Already public: what readers see stays, the new words wait in an autosave.
        require_once ABSPATH . 'wp-admin/includes/post.php';
        wp_create_post_autosave(wp_slash($post) + ['post_ID' => $before->ID, 'post_type' => $before->post_type]);
        foreach (['post_title', 'post_content', 'post_excerpt', 'post_status'] as $field) {
            $data[$field] = wp_slash($before->$field);
        }
        return $data;
    }

    /** Scheduled posts come due without any of the above, and a roster may have changed overnight. */
    public function on_transition(string $new, string $old, WP_Post $post): void
    {
        if ($new !== 'publish' || $old === 'publish' || !in_array($post->post_type, $this->types(), true)) {
            return;
        }
        $fields = ['ID' => $post->ID, 'post_title' => $post->post_title, 'post_content' => $post->post_content,
            'post_excerpt' => $post->post_excerpt, 'post_date' => $post->post_date];
        $answer = $this->ask($fields);
        $this->note($post->ID, $answer);
        if ($answer['proceed']) {
            return;
        }
        global $wpdb;
        $wpdb->update($wpdb->posts, ['post_status' => 'draft'], ['ID' => $post->ID]);
        clean_post_cache($post->ID);
        $post->post_status = 'draft';
    }

    /** Once for each content and request, but for what a person has confirmed meanwhile. */
    private function ask(array $post): array
    {
        $key = md5(serialize([$post['post_title'], $post['post_content'], $post['post_excerpt']]));
        if (isset($this->asked[$key])) {
            return $this->asked[$key];
        }
        $answer = $this->call('/v1/check?report=0', [
            'name' => $post['ID'] ? "bài {$post['ID']}" : 'bài mới',
            'wordpress' => [
                'title' => $post['post_title'],
                'excerpt' => $post['post_excerpt'],
                'content' => $post['post_content'],
                'date' => $this->day($post['post_date']),
            ],
        ]);
        $reason = $this->reason((int) $post['ID']);
        if ($reason !== '' && in_array($answer['decision'], ['confirm', 'deny'], true)) {
            $name = wp_get_current_user()->display_name ?: 'WordPress';
            $confirmed = $this->call('/v1/confirm', ['id' => $answer['id'], 'name' => $name, 'reason' => $reason]);
            $answer = $confirmed['decision'] === 'allow' ? $confirmed + ['proceed' => true] : $answer;
            $answer['proceed'] = $confirmed['decision'] === 'allow';
        }
        $answer['message'] = $this->message($answer);
        if ($post['ID']) {
            $this->note((int) $post['ID'], $answer);
        }
        return $this->asked[$key] = $answer;
    }

    /** The gate's answer; without one `not-checked`, and what the profile said the last time. */
    private function call(string $path, array $body): array
    {
        $headers = ['content-type' => 'application/json'];
        if (defined('KIEMTIN_GATE_TOKEN')) {
            $headers['authorization'] = 'Bearer ' . KIEMTIN_GATE_TOKEN;
        }
        $response = wp_remote_post(KIEMTIN_GATE_URL . $path, [
            'timeout' => self::PATIENCE, 'redirection' => 0, 'headers' => $headers, 'body' => wp_json_encode($body),
        ]);
        $told = is_wp_error($response) ? null : json_decode(wp_remote_retrieve_body($response), true);
        if (is_array($told) && isset($told['no_answer']) && $told['no_answer'] !== get_option('kiemtin_no_answer')) {
            update_option('kiemtin_no_answer', $told['no_answer'], false);
        }
        if (is_array($told) && wp_remote_retrieve_response_code($response) === 200 && isset($told['decision'])) {
            return $told + ['id' => '', 'proceed' => false];
        }
        $why = is_wp_error($response) ? $response->get_error_code() : 'http ' . wp_remote_retrieve_response_code($response);
        return ['decision' => 'not-checked', 'id' => '', 'reason' => $why, 'findings' => [],
            'proceed' => get_option('kiemtin_no_answer', 'publish') !== 'hold'];
    }

    private function message(array $answer): string
    {
        if ($answer['decision'] === 'not-checked') {
            return $answer['proceed'] ? 'Kiểm tin: bài CHƯA được soát (cổng không trả lời).'
                : 'Kiểm tin: bài chưa được soát (cổng không trả lời) và tòa soạn yêu cầu chờ. Thử lại sau ít phút.';
        }
        $lines = [];
        foreach (array_slice($answer['findings'] ?? [], 0, 5) as $finding) {
            $help = $finding['help_vi'] ? " → {$finding['help_vi']}" : '';
            $lines[] = "{$finding['vi']}$help ({$finding['citation_vi']})";
        }
        $head = $answer['decision'] === 'deny' ? 'Kiểm tin: cần sửa trước khi đăng.'
            : 'Kiểm tin: cần người có trách nhiệm xác nhận (ghi lý do ở ô “Kiểm tin”, lưu nháp rồi đăng lại).';
        return $answer['proceed'] ? '' : trim($head . ' ' . implode('; ', $lines));
    }

    private function note(int $id, array $answer): void
    {
        $note = ['decision' => $answer['decision'], 'id' => $answer['id'], 'message' => $answer['message'] ?? '', 'at' => gmdate('c')];
        update_post_meta($id, self::NOTE, $note);
        if ($answer['decision'] !== 'allow') {
            error_log(wp_json_encode(['event' => 'kiemtin-gate', 'post' => $id, 'decision' => $answer['decision'],
                'proceed' => $answer['proceed'], 'reason' => $answer['reason'] ?? null]));
        }
    }

    private function reason(int $id): string
    {
        $given = isset($_POST['kiemtin_reason']) && check_ajax_referer('kiemtin', 'kiemtin_nonce', false)
            ? sanitize_textarea_field(wp_unslash($_POST['kiemtin_reason'])) : '';
        return $given !== '' ? $given : (string) ($id ? get_post_meta($id, self::REASON, true) : '');
    }

    public function keep_reason(int $id): void
    {
        if (isset($_POST['kiemtin_reason']) && current_user_can('edit_post', $id) && check_ajax_referer('kiemtin', 'kiemtin_nonce', false)) {
            update_post_meta($id, self::REASON, sanitize_textarea_field(wp_unslash($_POST['kiemtin_reason'])));
        }
    }

    public function add_box(): void
    {
        add_meta_box('kiemtin', 'Kiểm tin', function (WP_Post $post): void {
            wp_nonce_field('kiemtin', 'kiemtin_nonce');
            echo '<label for="kiemtin_reason">Lý do đăng dù có cảnh báo (ghi vào nhật ký cùng tên của bạn)</label>';
            echo '<textarea id="kiemtin_reason" name="kiemtin_reason" style="width:100%">'
                . esc_textarea((string) get_post_meta($post->ID, self::REASON, true)) . '</textarea>';
        }, $this->types(), 'side');
    }

    public function show_note(): void
    {
        $screen = get_current_screen();
        $note = $screen && $screen->base === 'post' ? get_post_meta((int) ($_GET['post'] ?? 0), self::NOTE, true) : '';
        if (is_array($note) && $note['message'] !== '') {
            printf('<div class="notice notice-%s"><p>%s</p></div>', $note['decision'] === 'deny' ? 'error' : 'warning', esc_html($note['message']));
        }
    }

    /** “Published.” would not be true. */
    public function on_redirect(string $location, int $id): string
    {
        $note = get_post_meta($id, self::NOTE, true);
        $is_held = is_array($note) && $note['message'] !== '' && get_post_status($id) === 'draft';
        return $is_held ? add_query_arg('message', 10, $location) : $location;
    }

    /** What was published unchecked is said in the block editor too. */
    public function tell_block_editor(): void
    {
        wp_add_inline_script('wp-edit-post', <<<'JS'
(function () {
    var told = '';
    wp.data.subscribe(function () {
        var post = wp.data.select('core/editor').getCurrentPost(), note = post && post.kiemtin_gate;
        if (note && note.message && note.at !== told && post.status !== 'draft' && !wp.data.select('core/editor').isSavingPost()) {
            told = note.at;
            wp.data.dispatch('core/notices').createWarningNotice(note.message, {id: 'kiemtin'});
        }
    });
})();
JS);
    }

    /** @return string[] */
    private function types(): array
    {
        return apply_filters('kiemtin_gate_types', ['post']);
    }

    private function is_public(string $status): bool
    {
        return in_array($status, ['publish', 'future'], true);
    }

    private function day(string $date): ?string
    {
        $is_set = $date !== '' && !str_starts_with($date, '0000');
        return $is_set ? str_replace(' ', 'T', $date) : null;
    }
}

Kiemtin_Gate::start();
